# What ops/verify/image takes for images of registries: Debian's own packages, one target for each.
FROM debian-root AS jre
RUN apt-get update && apt-get install -y -q --no-install-recommends openjdk-17-jre-headless

FROM jre AS maven
RUN apt-get install -y -q --no-install-recommends openjdk-17-jdk-headless maven

FROM debian-root AS servers
# users have the numbers that the compose file gives them
RUN groupadd -g 999 postgres && useradd -u 999 -g 999 -d /var/lib/postgresql postgres \
 && apt-get update \
 && apt-get install -y -q --no-install-recommends postgresql redis-server nginx-light prometheus prometheus-alertmanager \
      prometheus-postgres-exporter prometheus-redis-exporter \
 && ln -s /usr/lib/postgresql/*/bin/* /usr/local/bin/ \
 && install -d -o 999 -g 999 /var/lib/postgresql/data /data \
 && install -d -o 65534 -g 65534 /prometheus /alertmanager

FROM servers AS postgres
COPY --chmod=755 <<'END' /start
#!/bin/bash
set -euo pipefail
data=/var/lib/postgresql/data
if [ ! -s $data/PG_VERSION ]; then
  # shellcheck disable=SC2086
  initdb --pgdata=$data --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" --auth-host=scram-sha-256 $POSTGRES_INITDB_ARGS
  echo 'host all all all scram-sha-256' >> $data/pg_hba.conf
  pg_ctl --pgdata=$data --wait --options="-c listen_addresses=''" start
  for script in /docker-entrypoint-initdb.d/*; do "$script"; done
  pg_ctl --pgdata=$data --wait stop
fi
exec postgres -D $data -c listen_addresses='*'
END
ENV LANG=C.UTF-8
STOPSIGNAL SIGINT
ENTRYPOINT ["/start"]

FROM servers AS redis
WORKDIR /data

FROM servers AS nginx
ENTRYPOINT ["nginx", "-g", "daemon off;"]

FROM servers AS prometheus
USER 65534:65534
ENTRYPOINT ["prometheus"]

FROM servers AS alertmanager
USER 65534:65534
ENTRYPOINT ["prometheus-alertmanager"]

FROM servers AS postgres-exporter
USER 65534:65534
ENTRYPOINT ["prometheus-postgres-exporter"]

FROM servers AS redis-exporter
USER 65534:65534
ENTRYPOINT ["prometheus-redis-exporter"]
