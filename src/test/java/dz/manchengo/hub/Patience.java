package dz.manchengo.hub;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for what will come: on a busy machine ten seconds are not enough. What breaks
 * meanwhile in a thread of a mail server, whose connection another test cut, is no concern of who
 * waits.
 */
public final class Patience implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }
}
