// Answers as hubs in several states would, each below an address of its own: /well, /old, /none, /ill, /open, /leaky, /mute. Prints its port.
import { createServer } from "node:http";

const HOUR = 3600_000;
const age = { old: 30.5 * HOUR, none: undefined };

function answer(state, path, key) {
  const proved = state in age ? age[state] : 3.5 * HOUR;
  const moment = proved === undefined ? 0 : Date.now() - proved;
  const stranger = { status: 401, type: "application/problem+json", body: "{}" };
  switch (path) {
    case "/api/health":
      return { body: JSON.stringify({ status: state === "ill" ? "DOWN" : "UP" }) };
    case "/api/v1/orders":
      return state === "open" ? { body: "{}" } : stranger;
    case "/api/v1/jobs":
      return key ? { body: '{"items": []}' } : stranger;
    case "/api/v1/jobs/backup-nightly/runs": {
      if (!key) return stranger;
      const failed = { status: "FAILED", startedAt: new Date().toISOString() };
      const done = { status: "COMPLETED", startedAt: new Date(moment).toISOString() };
      return { body: JSON.stringify({ items: proved === undefined ? [failed] : [failed, done] }) };
    }
    case "/inside/actuator/prometheus":
      return { body: state === "mute" ? "up 1\n" : `hub_backup_last_verified_timestamp_seconds ${(moment / 1000).toExponential()}\n` };
    case "/actuator/prometheus":
      return state === "leaky" ? { body: "up 1\n" } : { status: 404, body: "" };
    default:
      return { status: 404, body: "" };
  }
}

const server = createServer((request, response) => {
  const [, state, path] = request.url.split("?")[0].match(/^\/(\w+)(\/.*)$/) ?? [];
  const { status = 200, type = "application/json", body } = answer(state, path, request.headers.authorization === "Bearer key");
  response.writeHead(status, { "content-type": type }).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
