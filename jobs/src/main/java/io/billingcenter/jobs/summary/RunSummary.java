package io.billingcenter.jobs.summary;

import io.billingcenter.jobs.launch.RunRequest;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints the summary of a run: its job and period, then the sections of the stages. */
@Component
public class RunSummary {

    private final List<SummarySection> sections;

    /** A summary of these sections, in this order. */
    RunSummary(List<SummarySection> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Prints the summary of a run that has finished.
     *
     * @return the outcome of the run
     */
    public SummaryOutcome print(RunRequest request, long runId, PrintWriter out) {
        out.println(request.job().text() + " " + request.period());
        Summary summary = new Summary(request, runId, out);
        sections.forEach(section -> section.write(summary));
        out.flush();
        return summary.outcome();
    }
}
