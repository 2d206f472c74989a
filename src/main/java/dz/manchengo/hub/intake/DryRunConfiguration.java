package dz.manchengo.hub.intake;

import org.springframework.context.annotation.Import;

/** What a {@link DryRun} takes besides the modules of the documents. */
@Import({IntakeConfiguration.class, DryRun.class})
public class DryRunConfiguration {}
