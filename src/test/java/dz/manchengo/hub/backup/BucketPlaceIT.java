package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.scenario.S3ProxyHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with a server that was written by others, and looks at signatures. */
class BucketPlaceIT {
  @Test
  void aFileInPartsComesBackAsItWas(@TempDir Path folder) throws IOException {
    byte[] bytes = new byte[40_000_003];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("file"), bytes);
    CamelContext camel = new DefaultCamelContext();
    camel.start();
    try (S3ProxyHost server = new S3ProxyHost(folder)) {
      for (boolean checksums : new boolean[] {true, false}) {
        BucketPlace place =
            BucketPlaceTest.place(checksums, camel, server.endpoint(), S3ProxyHost.SECRET_KEY);
        String name = "hub-" + checksums + ".tar.age";
        place.put(file, name);
        place.put(new byte[] {1, 2, 3}, "hub-small.json");
        try (InputStream in = place.get(name)) {
          assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(place.files().keySet()).contains(name, "hub-small.json");
        place.remove(name);
        place.remove("hub-small.json");
        assertThat(place.files().keySet()).isEmpty();
      }
      BucketPlace stranger = BucketPlaceTest.place(true, camel, server.endpoint(), "guessed");
      assertThatThrownBy(() -> stranger.put(file, "hub-1.tar.age"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("(403 SignatureDoesNotMatch)");
    } finally {
      camel.stop();
    }
  }
}
