package io.billingcenter.jobs.quarantine;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this process has replayed, for the summary at its end; nothing is computed from it. */
@Component
public class ReplayReport {

    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    /** What there is to say, line by line. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
