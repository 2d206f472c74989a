package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Lots that a supplier's invoice names, with the day until which they may be used. */
public interface ReceivedLots {
  record Received(long productId, String lot, LocalDate until) {}

  /**
   * Notes what nobody had said of them, in the calling transaction; where nothing is to be written
   * the answer is what it would be.
   *
   * @return those of which another day is known, with that day
   */
  Map<Received, LocalDate> note(DocumentPosting.Posting posting, List<Received> received);
}
