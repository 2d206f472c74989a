package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.StockMovement.Direction;
import dz.manchengo.hub.documents.StockMovement.Origin;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which way a movement went, from all that a row says about it: its origin, its direction, the sign
 * of its quantity, columns of entries and exits. They must agree (MVT-001).
 *
 * @param quantity signed; null when it cannot be told
 * @param signed false for a reversal that does not say which way it goes
 * @param fault why there is none
 * @param shown the quantity for the sentence
 */
record MovementSign(@Nullable BigDecimal quantity, boolean signed, Fault fault, String shown) {

  enum Fault {
    NONE,
    NO_QUANTITY,
    NO_DIRECTION,
    /** Nothing that is sold, received or made goes from one warehouse to another by that. */
    DESTINATION,
    CONTRADICTION
  }

  /**
   * What a row says; null where it says nothing.
   *
   * @param odd whether its file writes most rows of the origin with the other sign
   * @param signedTransfers whether transfers of its file carry a minus where they go out
   */
  record Said(
      Origin origin,
      @Nullable Direction direction,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal in,
      @Nullable BigDecimal out,
      boolean destination,
      boolean odd,
      boolean signedTransfers) {}

  static MovementSign of(Said said) {
    if (said.destination() && said.origin().sign() != 0) {
      return new MovementSign(null, true, Fault.DESTINATION, "");
    }
    if (said.in() != null || said.out() != null) {
      return ofColumns(said, orZero(said.in()), orZero(said.out()));
    }
    BigDecimal quantity = said.quantity();
    if (quantity == null) {
      return new MovementSign(null, true, Fault.NO_QUANTITY, "");
    }
    if (quantity.signum() == 0) {
      return contradiction("0");
    }
    return said.direction() == null
        ? ofOrigin(said, quantity)
        : ofDirection(said, said.direction(), quantity);
  }

  private static MovementSign ofColumns(Said said, BigDecimal in, BigDecimal out) {
    BigDecimal net = in.subtract(out);
    BigDecimal quantity = said.quantity();
    boolean both = in.signum() != 0 && out.signum() != 0;
    boolean otherWay =
        said.direction() != null && net.signum() != (said.direction() == Direction.IN ? 1 : -1);
    boolean otherAmount = quantity != null && quantity.abs().compareTo(net.abs()) != 0;
    if (both) {
      return contradiction("+" + Figures.of(in) + " / -" + Figures.of(out));
    }
    return net.signum() == 0 || otherWay || otherAmount
        ? contradiction(shown(net))
        : checked(said, net);
  }

  private static MovementSign ofDirection(Said said, Direction direction, BigDecimal quantity) {
    boolean in = direction == Direction.IN;
    if (in && quantity.signum() < 0) {
      return contradiction(shown(quantity));
    }
    return checked(said, in ? quantity : quantity.abs().negate());
  }

  /** The file shows no direction: the origin tells, or the sign. */
  private static MovementSign ofOrigin(Said said, BigDecimal quantity) {
    Origin origin = said.origin();
    boolean positive = quantity.signum() > 0;
    if (origin.sign() < 0 && said.odd()) {
      return contradiction(shown(quantity)); // a sale that came back, or a slip: nobody knows
    }
    if (origin.sign() != 0) {
      BigDecimal net = origin.sign() < 0 ? quantity.abs().negate() : quantity;
      return checked(said, net);
    }
    if (origin == Origin.TRANSFER && positive && !said.destination() && said.signedTransfers()) {
      return checked(said, quantity);
    }
    if (origin == Origin.TRANSFER && positive) {
      return said.destination()
          ? checked(said, quantity.negate())
          : new MovementSign(null, true, Fault.NO_DIRECTION, shown(quantity));
    }
    boolean unknown = origin == Origin.REVERSAL && positive;
    return new MovementSign(quantity, !unknown, Fault.NONE, shown(quantity));
  }

  private static MovementSign checked(Said said, BigDecimal net) {
    int only = said.destination() ? -1 : said.origin().sign();
    return only != 0 && only != net.signum()
        ? contradiction(shown(net))
        : new MovementSign(net, true, Fault.NONE, shown(net));
  }

  private static MovementSign contradiction(String shown) {
    return new MovementSign(null, true, Fault.CONTRADICTION, shown);
  }

  private static BigDecimal orZero(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private static String shown(BigDecimal quantity) {
    return (quantity.signum() > 0 ? "+" : "") + Figures.of(quantity);
  }
}
