package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.platform.Tenancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A number is one document's in the whole company. A partner whose number is another one's is told
 * that it is taken (API-006), and nothing of that document (decision 0031).
 */
@Component
class TakenNumbers {
  private final JdbcClient db;

  TakenNumbers(JdbcClient db) {
    this.db = db;
  }

  /**
   * Looks for documents of one kind of one tenant.
   *
   * @param met whether the documents have met one: then numbers are compared that may be equal by
   *     right, as those of two suppliers' invoices, too
   */
  Look look(String tenant, String document, boolean met) {
    return (documents, answers) -> {
      if (tenant.equals(Tenancy.HOUSE)) {
        return documents;
      }
      Set<Integer> taken = taken(document, met, documents);
      List<RawDocument> others = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        if (taken.contains(i)) {
          answers.verdict(refused(documents.get(i)));
        } else {
          others.add(documents.get(i));
        }
      }
      return others;
    };
  }

  /** Refuses the documents whose numbers others have. */
  interface Look {
    /** Says the documents that are left. */
    List<RawDocument> refuse(List<RawDocument> documents, DocumentPosting.Answers answers);
  }

  private Set<Integer> taken(String document, boolean met, List<RawDocument> documents) {
    String[] numbers = documents.stream().map(TakenNumbers::number).toArray(String[]::new);
    return new HashSet<>(
        db.sql(Sql.file("intake/find_taken_numbers.sql"))
            .param("document", document)
            .param("met", met)
            .param("numbers", numbers)
            .query(Integer.class)
            .list());
  }

  private static String number(RawDocument document) {
    String number = document.number();
    return number == null ? "" : DocumentNumber.norm(number);
  }

  private static Verdict refused(RawDocument document) {
    String number = String.valueOf(document.number());
    return Verdict.rejected(
        document, List.of(RuleBook.finding("API-006", document.place(), number, "number", number)));
  }
}
