package dz.manchengo.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class HubApplication {
  public static void main(String[] args) {
    SpringApplication hub = new SpringApplication(HubApplication.class);
    hub.setDefaultProperties(BesideTheJar.properties());
    hub.run(args);
  }
}
