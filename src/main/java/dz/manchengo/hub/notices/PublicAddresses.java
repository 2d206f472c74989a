package dz.manchengo.hub.notices;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Resolves hosts that strangers name, and no further than into the public Internet: the hub must
 * not knock at its own network's doors for them (OWASP API7:2023, server side request forgery).
 * What was looked at is what is connected to, so a name that changes in between gains nothing.
 */
@Component
class PublicAddresses implements DnsResolver {
  /** Of the registries of IANA for special purposes; what Java knows by itself is not repeated. */
  private static final List<IpAddressMatcher> SPECIAL =
      networks(
          List.of(
              "0.0.0.0/8",
              "100.64.0.0/10",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7"));

  private final List<IpAddressMatcher> ours;

  /**
   * With networks of the house to which partners' webhooks may lead all the same.
   *
   * @param networks as {@code 10.1.0.0/16}
   */
  PublicAddresses(@Value("${hub.api.webhooks.networks}") List<String> networks) {
    this.ours = networks(networks);
  }

  /** It leads to a network that is nobody's business. */
  static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
      super(host + " is no public address");
    }
  }

  /**
   * Its addresses.
   *
   * @throws PrivateAddress if one of them is not public
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!isOpen(address)) {
        throw new PrivateAddress(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether a host lies in the networks of the house to which webhooks may lead. */
  boolean isOurs(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!matches(ours, address)) {
        return false;
      }
    }
    return addresses.length > 0;
  }

  private boolean isOpen(InetAddress address) {
    return matches(ours, address) || !isSpecial(address);
  }

  private static boolean isSpecial(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || matches(SPECIAL, address);
  }

  private static boolean matches(List<IpAddressMatcher> networks, InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return networks.stream().anyMatch(network -> network.matches(text));
  }

  private static List<IpAddressMatcher> networks(List<String> networks) {
    return networks.stream().filter(n -> !n.isBlank()).map(IpAddressMatcher::new).toList();
  }
}
