package dz.manchengo.hub.partner;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many calls a client may make in a minute and in a day. */
record Allowance(@DefaultValue("6000") int perMinute, @DefaultValue("1000000") int perDay) {
  /** What a client's row says instead. */
  Allowance or(@Nullable Integer minute, @Nullable Integer day) {
    return new Allowance(minute == null ? perMinute : minute, day == null ? perDay : day);
  }
}
