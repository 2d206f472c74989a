/**
 * One trace from a submission's door to the letter that answers it, and its number in each line of
 * the log. Nothing of OpenTelemetry is there while no collector is named (decision 0055), and
 * nobody is told of errors while no server of errors is.
 */
@ApplicationModule(
    displayName = "tracing",
    allowedDependencies = {})
@NullMarked
package dz.manchengo.hub.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
