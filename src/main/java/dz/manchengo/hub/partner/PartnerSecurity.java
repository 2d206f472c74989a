package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** The chain of filters before the API; the console and the management port have none of it. */
@Configuration(proxyBeanMethods = false)
class PartnerSecurity {
  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      Keys keys,
      Tokens tokens,
      Contract contract,
      ApiSettings settings,
      Problems problems,
      Limits limits,
      CamelContext camel,
      Environment environment)
      throws Exception {
    stateless(http)
        .securityMatcher(request -> isApi(request, environment))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .referrerPolicy(
                        referrer ->
                            referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
        .addFilter(cors(settings, problems))
        .addFilterBefore(new Opening(camel::isStarted), AuthorizationFilter.class)
        .addFilterBefore(
            new KeyFilter(keys, tokens, settings, limits, InstantSource.system()),
            AuthorizationFilter.class)
        .addFilterBefore(
            new Gate(new Crossing(contract, settings, problems)), AuthorizationFilter.class)
        .authorizeHttpRequests(any -> any.anyRequest().permitAll());
    return http.build();
  }

  /** Console, health and the management port: as they were, for whoever reaches them. */
  @Bean
  @Order(2)
  SecurityFilterChain others(HttpSecurity http) throws Exception {
    return stateless(http).authorizeHttpRequests(any -> any.anyRequest().permitAll()).build();
  }

  private static HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** The management port has a context of its own, which knows no address of the API. */
  private static boolean isApi(HttpServletRequest request, Environment environment) {
    Integer management = environment.getProperty("local.management.port", Integer.class);
    return Door.leadsTo(request) && (management == null || management != request.getLocalPort());
  }

  private static CorsFilter cors(ApiSettings settings, Problems problems) {
    CorsFilter filter =
        new CorsFilter(request -> settings.cors().origins().isEmpty() ? null : allowed(settings));
    filter.setCorsProcessor(new ForeignOrigins(problems));
    return filter;
  }

  private static CorsConfiguration allowed(ApiSettings settings) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.cors().origins());
    cors.setAllowedMethods(METHODS);
    cors.setAllowedHeaders(
        List.of("Authorization", "Content-Type", "Idempotency-Key", "Accept-Language"));
    cors.setExposedHeaders(
        List.of(
            "Location",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Idempotent-Replayed",
            "Trace-Id"));
    return cors;
  }

  /**
   * A slash in a document's number is no attack on a folder: the gate takes addresses apart itself.
   */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedPercent(true); // Tomcat leaves %2F as it is
    firewall.setUnsafeAllowAnyHttpMethod(true); // the gate answers 405 with Allow
    return firewall;
  }

  /** A timer around each of its filters is a tenth of a call, and nobody looks at them. */
  @Bean
  SecurityObservationSettings observed() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  RequestRejectedHandler rejected(Problems problems) {
    return (request, response, rejection) ->
        problems.write(request, response, new ProblemException(ProblemKind.BAD_REQUEST));
  }
}
