package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters and webhooks that nobody tries to send any more: {@code notices} lists them, {@code
 * notices replay ID…} and {@code notices replay all} have them tried again. Exit 0 when done, 2
 * when not.
 */
public final class NoticesCommand extends DatabaseCommand {
  @Override
  public String name() {
    return "notices";
  }

  @Override
  protected int run(CommandOptions line, Hub hub) {
    ParkedNotices notices =
        new ParkedNotices(JdbcClient.create(hub.database().dataSource()), hub.zone().getId());
    return run(line.words(), notices, hub);
  }

  private static int run(List<String> words, ParkedNotices notices, Hub hub) {
    if (words.isEmpty()) {
      return list(notices, hub);
    }
    List<String> which = words.subList(1, words.size());
    if (!words.get(0).equals("replay")
        || which.isEmpty()
        || !which.stream().allMatch(w -> w.matches("\\d{1,18}") || which.equals(List.of("all")))) {
      hub.say("notice.command.usage");
      return FAILED;
    }
    return which.equals(List.of("all"))
        ? replayAll(notices, hub)
        : which.stream().mapToInt(id -> replay(id, notices, hub)).max().orElse(OK);
  }

  private static int list(ParkedNotices notices, Hub hub) {
    List<ParkedNotices.Parked> all = notices.all();
    for (ParkedNotices.Parked one : all) {
      hub.say(
          "notice.command.parked",
          String.valueOf(one.id()),
          hub.texts().get("notice.command.kind." + one.kind()),
          one.target(),
          one.createdAt(),
          one.parkedAt(),
          one.attempt(),
          one.failure());
    }
    hub.say("notice.command.count", all.size());
    List<ParkedNotices.Failing> failing = notices.failing();
    for (ParkedNotices.Failing one : failing) {
      hub.say(
          "notice.command.failing",
          String.valueOf(one.id()),
          hub.texts().get("notice.command.kind." + one.kind()),
          one.target(),
          one.createdAt(),
          one.attempt(),
          one.dueAt(),
          one.failure());
    }
    hub.say("notice.command.failing.count", failing.size());
    return OK;
  }

  private static int replayAll(ParkedNotices notices, Hub hub) {
    hub.say("notice.command.replayed.all", notices.replayAll());
    return OK;
  }

  private static int replay(String id, ParkedNotices notices, Hub hub) {
    boolean replayed = notices.replay(Long.parseLong(id));
    hub.say(replayed ? "notice.command.replayed" : "notice.command.not.parked", id);
    return replayed ? OK : FAILED;
  }
}
