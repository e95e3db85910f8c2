# De API en de worker van de iWmo-gateway. De database staat in een eigen container of server (DATABASE_URL): de
# ingebouwde PostgreSQL zit niet in deze image.

FROM node:24-slim AS pakketten
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM pakketten AS bouw
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM pakketten AS productie
# Zonder optionele pakketten: dat zijn de programma's van PostgreSQL en versnellers die niet nodig zijn.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
# Alles is van root en voor de gebruiker node alleen te lezen.
COPY package.json LICENSE ./
COPY schemas ./schemas
COPY migrations ./migrations
COPY schermen ./schermen
COPY --from=productie /app/node_modules ./node_modules
COPY --from=bouw /app/dist ./dist
# Voor het sleutelbestand; in bedrijf een volume, dat api en worker delen.
RUN install -d -o node -g node -m 700 /var/lib/iwmo
ENV DATA_DIR=/var/lib/iwmo
USER node
# Geen NODE_ENV=production: dat weigert AUTH=uit, en het voorbeeld in docker-compose.yml start zonder aanmelding.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["node", "-e", "\
  fetch(`http://127.0.0.1:${process.env.PORT || 8080}/gezondheid/leeft`) \
    .then((antwoord) => process.exit(antwoord.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/server.js"]
# `api`, `worker`, of niets: beide in een container.
CMD ["api"]
