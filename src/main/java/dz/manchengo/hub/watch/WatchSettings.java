package dz.manchengo.hub.watch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When somebody looks, and how incidents are told.
 *
 * @param cron read by the route, as {@code startDelay}, in milliseconds, and {@code canary} are
 * @param mail who is told where a feed names nobody, and of doors; empty: nobody, by mail
 * @param contact whom to call where a feed names nobody
 * @param again what is over and begins again the same day is told no sooner than after this
 * @param failing a door may fail for so long
 * @param silence a door may go without being looked through for so long
 * @param queue what a hub took may wait for so long while that hub does nothing
 * @param backup the last proved one may be so old
 */
@ConfigurationProperties("hub.watch")
record WatchSettings(
    String cron,
    String canary,
    long startDelay,
    List<String> mail,
    String contact,
    Duration again,
    Duration failing,
    Duration silence,
    Duration queue,
    Duration backup) {}
