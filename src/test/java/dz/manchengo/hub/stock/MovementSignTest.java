package dz.manchengo.hub.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.StockMovement.Direction;
import dz.manchengo.hub.documents.StockMovement.Origin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementSignTest {
  @ParameterizedTest
  @CsvSource({
    // origin, direction, quantity, in, out, destination, signed quantity or fault
    "RECEPTION,         ,     12.5, ,   ,   false, 12.5",
    "RECEPTION,         IN,   12.5, ,   ,   false, 12.5",
    "RECEPTION,         OUT,  12.5, ,   ,   false, CONTRADICTION",
    "RECEPTION,         ,     -1,   ,   ,   false, CONTRADICTION",
    "VENTE,             ,     12,   ,   ,   false, -12",
    "VENTE,             ,     -12,  ,   ,   false, -12",
    "VENTE,             OUT,  12,   ,   ,   false, -12",
    "VENTE,             OUT,  -12,  ,   ,   false, -12",
    "VENTE,             IN,   12,   ,   ,   false, CONTRADICTION",
    "VENTE,             ,     0,    ,   ,   false, CONTRADICTION",
    "VENTE,             ,     ,     ,   ,   false, NO_QUANTITY",
    "VENTE,             ,     ,     ,   7,  false, -7",
    "VENTE,             ,     ,     0,  7,  false, -7",
    "VENTE,             ,     ,     7,  ,   false, CONTRADICTION",
    "VENTE,             ,     7,    ,   7,  false, -7",
    "VENTE,             ,     9,    ,   7,  false, CONTRADICTION",
    "RETOUR_CLIENT,     ,     ,     3,  ,   false, 3",
    "INVENTAIRE,        ,     -2,   ,   ,   false, -2",
    "INVENTAIRE,        ,     2,    ,   ,   false, 2",
    "INVENTAIRE,        OUT,  2,    ,   ,   false, -2",
    "INVENTAIRE,        ,     ,     3,  2,  false, CONTRADICTION",
    "TRANSFER,          ,     5,    ,   ,   false, NO_DIRECTION",
    "TRANSFER,          ,     -5,   ,   ,   false, -5",
    "TRANSFER,          IN,   5,    ,   ,   false, 5",
    "TRANSFER,          ,     5,    ,   ,   true,  -5",
    "TRANSFER,          IN,   5,    ,   ,   true,  CONTRADICTION",
    "VENTE,             ,     5,    ,   ,   true,  DESTINATION",
    "RECEPTION,         OUT,  5,    ,   ,   true,  DESTINATION",
    "INVENTAIRE,        ,     -2,   ,   ,   true,  -2",
    "OPENING,           ,     5,    ,   ,   false, 5",
    "REVERSAL,          OUT,  5,    ,   ,   false, -5",
    "REVERSAL,          ,     5,    ,   ,   false, 5"
  })
  void allThatARowSaysOfItsDirectionMustAgree(
      Origin origin,
      @Nullable Direction direction,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal in,
      @Nullable BigDecimal out,
      boolean destination,
      String expected) {
    MovementSign sign =
        MovementSign.of(
            new MovementSign.Said(origin, direction, quantity, in, out, destination, false, false));

    if (sign.quantity() == null) {
      assertThat(sign.fault()).hasToString(expected);
    } else {
      assertThat(sign.fault()).isEqualTo(MovementSign.Fault.NONE);
      assertThat(sign.quantity()).isEqualByComparingTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"REVERSAL, false", "INVENTAIRE, true"})
  void onlyAReversalMayLeaveItsDirectionOpen(Origin origin, boolean signed) {
    assertThat(
            MovementSign.of(
                    new MovementSign.Said(
                        origin, null, BigDecimal.TEN, null, null, false, false, false))
                .signed())
        .isEqualTo(signed);
  }
}
