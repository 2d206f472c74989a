package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Vocabulary.Words;

/** The words of production batches. */
final class BatchWords {
  static final Vocabulary<Batch.Status> BATCH_STATUS =
      Vocabulary.of(
          new Words<>(
              Batch.Status.PLANNED,
              "planifié | planifiée | prévu | prévue | brouillon | à faire | planned | draft | confirmed"),
          new Words<>(
              Batch.Status.IN_PROGRESS,
              "en cours | en fabrication | lancé | lancée | démarré | in progress | progress | started"),
          new Words<>(Batch.Status.RIPENING, "affinage | en affinage | en cave | ripening"),
          new Words<>(
              Batch.Status.COMPLETED,
              "terminé | terminée | fini | finie | clôturé | clôturée | achevé | fabriqué"
                  + " | completed | complete | done | finished | closed"),
          new Words<>(Batch.Status.CANCELLED, "annulé | annulée | cancelled | canceled | cancel"));

  static final Vocabulary<Batch.Quality> QUALITY =
      Vocabulary.of(
          new Words<>(
              Batch.Quality.OK,
              "conforme | ok | c | bon | bonne | accepté | acceptée | libéré | pass | passed"
                  + " | approved"),
          new Words<>(
              Batch.Quality.DEFAUT_MINEUR,
              "défaut mineur | mineur | DEFAUT_MINEUR | sous réserve | minor | minor defect"),
          new Words<>(
              Batch.Quality.DEFAUT_MAJEUR,
              "défaut majeur | majeur | DEFAUT_MAJEUR | non conforme | nc | refusé | refusée"
                  + " | rejeté | rejetée | bloqué | bloquée | major | major defect | fail | failed"
                  + " | rejected"));

  private BatchWords() {}
}
