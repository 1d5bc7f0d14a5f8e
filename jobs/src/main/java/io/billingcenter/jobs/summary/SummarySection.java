package io.billingcenter.jobs.summary;

/**
 * The lines of one stage in the summary of a run. Each stage defines its own as a bean; they are printed in the order of
 * {@link SummaryOrder}. A section writes nothing for a run that it has nothing to say about.
 */
@FunctionalInterface
public interface SummarySection {

    /** Writes the lines of the stage. */
    void write(Summary summary);
}
