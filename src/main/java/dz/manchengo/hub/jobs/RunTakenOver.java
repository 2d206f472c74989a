package dz.manchengo.hub.jobs;

import java.time.LocalDate;

/**
 * A run whose hub died goes on here.
 *
 * @param recoveries how often that was so, this time included
 */
public record RunTakenOver(String job, long run, LocalDate businessDate, int recoveries) {}
