package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** How often a client may call. */
class ApiLimitsIT extends ApiScenario {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  private LettuceConnectionFactory redisFactory;

  @Test
  void aClientThatCallsTooOftenWaits() throws Exception {
    String key = limitedTo(3, "door often");
    for (int left = 2; left >= 0; left--) {
      HttpResponse<String> answer = get("/api/v1/keys", key);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit").orElse(""))
          .startsWith("\"minute\";r=" + left + ";t=");
    }

    HttpResponse<String> refused = get("/api/v1/keys", key);
    problem(refused, 429, "too-many-requests");
    assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d?");
    assertThat(refused.headers().firstValue("RateLimit-Policy").orElse(""))
        .startsWith("\"minute\";q=3;w=60, \"day\";q=");
    try (StatefulRedisConnection<String, String> redis = redis()) {
      assertThat(redis.sync().keys("hub:api:minute:3:*door often")).hasSize(1);
    }
  }

  /** Redis answers nobody for two seconds: calls go on and are still counted. */
  @Test
  void withoutRedisTheHubCountsAlone() throws Exception {
    String key = limitedTo(3, "door alone");
    assertThat(get("/api/v1/keys", key).statusCode()).isEqualTo(200);
    try (StatefulRedisConnection<String, String> redis = redis()) {
      redis.sync().dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), pause());

      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        statuses.add(get("/api/v1/keys", key).statusCode());
      }
      assertThat(statuses).startsWith(200, 200, 200).contains(429).containsOnly(200, 429);
    }
  }

  private static CommandArgs<String, String> pause() {
    return new CommandArgs<>(StringCodec.UTF8).add("PAUSE").add(2000).add("ALL");
  }

  private StatefulRedisConnection<String, String> redis() {
    return ((RedisClient) redisFactory.getRequiredNativeClient()).connect();
  }

  private String limitedTo(int perMinute, String client) {
    String key = key(client, "admin");
    db.sql("UPDATE api_client SET per_minute = :n WHERE name = :client")
        .param("n", perMinute)
        .param("client", client)
        .update();
    return key;
  }
}
