package dz.manchengo.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** Starts the hub, or runs one command. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class) // keys, no passwords
public class HubApplication {
  public static void main(String[] args) {
    if (Commands.areMeant(args)) {
      System.exit(Commands.run(BesideTheJar.properties(), args));
    }
    SpringApplication hub = new SpringApplication(HubApplication.class);
    hub.setDefaultProperties(BesideTheJar.properties());
    hub.run(args);
  }
}
