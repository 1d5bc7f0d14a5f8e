package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.RetentionData;
import java.util.HashMap;
import java.util.Map;

/** Adds hourly metering rows to the sums of a fold (billing rules 1.1, 1.4). */
final class MeteringRowSums {

    private record Gauge(MeteringProject project, String name, String subProject) {}

    private final MeteringTerms terms;
    private final SubjectTable subjects;
    private final TierLookup tiers;
    private final MeasureSums sums;
    private final Map<Gauge, Long> gauges = new HashMap<>();

    MeteringRowSums(MeteringTerms terms, SubjectTable subjects, TierLookup tiers, MeasureSums sums) {
        this.terms = terms;
        this.subjects = subjects;
        this.tiers = tiers;
        this.sums = sums;
    }

    /** Adds the increment of an accepted row of an incremental project. */
    void addIncrement(MeteringRow row) {
        Measure measure = row.project().measure();
        if (measure != null && counts(row, measure)) {
            sums.of(measure, tierOf(row.project(), row.subProject(), row.hour()))
                    .add(row.figure());
        }
    }

    /** Logs are metered either by count or by bytes; security checks count only until their end (reading Q28). */
    private boolean counts(MeteringRow row, Measure measure) {
        return switch (measure) {
            case LOG_ITEMS ->
                !terms.logsByIngest()
                        && (terms.securityCheckCounted() || !row.projectName().equals(MeteringProject.SECURITY));
            case LOG_BYTES -> terms.logsByIngest();
            default -> true;
        };
    }

    /**
     * Takes a row of a full project into account. The largest running total of the day counts, so duplicates and
     * conflicts are welcome, and a row adds only the increase over the largest total so far.
     */
    void addLargest(MeteringRow row) {
        // A maximum cannot be divided, so each gauge belongs to one slice as a whole.
        if (terms.slice().owns(row.projectName() + '/' + row.subProject())) {
            Gauge gauge = new Gauge(row.project(), row.projectName(), row.subProject());
            long largest = gauges.getOrDefault(gauge, 0L);
            if (row.figure() > largest) {
                gauges.put(gauge, row.figure());
                addIncrease(gauge, row.figure() - largest);
            }
        }
    }

    private void addIncrease(Gauge gauge, long increase) {
        Measure measure = gauge.project().measure();
        if (measure != null) {
            sums.of(measure, tierOf(gauge.project(), gauge.subProject(), 0)).add(increase);
        }
    }

    private int tierOf(MeteringProject project, String subProject, int hour) {
        RetentionData data = project.tieredBy();
        if (data == null) {
            return TierLookup.FLAT;
        }
        int subject = subjects.codeOf(project.index() == null ? subProject : project.index());
        return switch (data) {
            case METRIC -> tiers.metric(subject);
            case LOG -> tiers.log(subject, hour);
            case TRACE -> tiers.trace(hour);
            case PROFILE -> tiers.profile(hour);
            case RUM -> tiers.rum(hour);
            case FORWARD -> TierLookup.FLAT;
        };
    }
}
