# shellcheck shell=bash
# For the proofs that look at a running hub: a folder of their own, what they start ended with them, a hub on ports of its own.
#   . ops/verify/with-hub.sh JAR
jar=$(realpath "$1")
work=$(mktemp -d)
exec 3>&1
started=()
end() {
  for one in "${started[@]}"; do
    kill -CONT "$one" 2> /dev/null || true
    kill "$one" 2> /dev/null || true
  done
  wait
  rm -rf "$work"
}
trap end EXIT

install() { # tool:package…
  local tool need=()
  for tool in "$@"; do
    command -v "${tool%%:*}" > /dev/null || need+=("${tool##*:}")
  done
  if [ ${#need[@]} -gt 0 ]; then
    apt-get install -y -q --no-install-recommends "${need[@]}" || exit 77
  fi
}

until_true() { # what, seconds, command…
  local what=$1 left=$2
  shift 2
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "$what: not within the time" >&3; tail -n 5 "$work"/*.log >&3; exit 1; }
    sleep 1
  done
}

port=${VERIFY_PORT:-18480}
hub_home=$work/home
start_hub() { # setting…
  : > "$work/hub.log" # the former one was ready too
  java -Xmx512m -jar "$jar" --hub.home="$hub_home" --server.port="$port" --management.server.port=$((port + 1)) \
    --hub.embedded.postgres.port=0 --hub.embedded.redis.port=0 --hub.watch.start-delay=1000 "$@" > "$work/hub.log" 2>&1 &
  hub=$!
  started+=("$hub")
  until_true "the hub" 180 grep -q "Hub ready" "$work/hub.log"
}
server_port() { # PostgreSQL or Redis
  sed -n "s/.*$1 listens on 127.0.0.1:\([0-9]*\).*/\1/p" "$work/hub.log" | tail -n 1
}

start_exporters() {
  DATA_SOURCE_NAME="postgresql://hub:$(cat "$hub_home/embedded/password")@127.0.0.1:$(server_port PostgreSQL)/hub?sslmode=disable" \
    prometheus-postgres-exporter --web.listen-address=127.0.0.1:$((port + 3)) > "$work/postgres-exporter.log" 2>&1 &
  started+=($!)
  REDIS_PASSWORD=$(cat "$hub_home/embedded/password") prometheus-redis-exporter --web.listen-address=127.0.0.1:$((port + 4)) \
    --redis.addr="redis://127.0.0.1:$(server_port Redis)" > "$work/redis-exporter.log" 2>&1 &
  started+=($!)
}

# what the repository has, of this hub, every two seconds
start_prometheus() {
  mkdir -p "$work/prometheus"
  [ -f "$work/prometheus/alerts.yml" ] || cp ops/monitoring/alerts.yml "$work/prometheus"
  sed 's/interval: 1m/interval: 2s/' ops/monitoring/slo.rules.yml > "$work/prometheus/slo.rules.yml"
  sed "s/_interval: 15s/_interval: 2s/; s/127\.0\.0\.1:8081/127.0.0.1:$((port + 1))/; s/127\.0\.0\.1:9187/127.0.0.1:$((port + 3))/
    s/127\.0\.0\.1:9121/127.0.0.1:$((port + 4))/; s/127\.0\.0\.1:9093/127.0.0.1:$((port + 5))/" \
    ops/monitoring/prometheus.yml > "$work/prometheus/prometheus.yml"
  prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/data" --web.listen-address=127.0.0.1:$((port + 2)) \
    > "$work/prometheus.log" 2>&1 &
  started+=($!)
  until_true "Prometheus" 60 scraped
}
query() {
  curl -s --data-urlencode "query=$1" http://127.0.0.1:$((port + 2))/api/v1/query
}
answered() {
  query "$1" 2> /dev/null | jq -e '.data.result | length > 0' > /dev/null
}
scraped() {
  answered 'up{service="hub"} == 1'
}
