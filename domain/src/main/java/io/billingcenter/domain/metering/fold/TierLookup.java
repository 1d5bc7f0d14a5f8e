package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.RetentionData;
import java.util.Arrays;

/** The tiers of one workspace-day, resolved once per subject or hour and cached by number. */
final class TierLookup {

    /** The retention days a tier can have; the index of a tier is its position in this array. */
    static final int[] DAYS =
            MeterTier.RETENTION_DAYS.stream().mapToInt(Integer::intValue).toArray();

    /** The index of the tier of flat meters. */
    static final int FLAT = 0;

    private static final int UNKNOWN = -1;

    private final MeteringTerms terms;
    private final SubjectTable subjects;
    private final int hours;
    private final int[] traceByHour;
    private final int[] profileByHour;
    private final int[] rumByHour;
    private final int defaultIndex;
    private int[] metricBySubject = {};
    private int[] logBySubjectAndHour = {};

    TierLookup(MeteringTerms terms, SubjectTable subjects) {
        this.terms = terms;
        this.subjects = subjects;
        this.hours = terms.span().hours();
        this.traceByHour = byHour(RetentionData.TRACE);
        this.profileByHour = byHour(RetentionData.PROFILE);
        this.rumByHour = byHour(RetentionData.RUM);
        this.defaultIndex = subjects.codeOf(MeteringProject.DEFAULT_INDEX);
    }

    int trace(int hour) {
        return traceByHour[hour];
    }

    int profile(int hour) {
        return profileByHour[hour];
    }

    int rum(int hour) {
        return rumByHour[hour];
    }

    /** Returns the tier of a measurement: the policy in force at the last instant of the day decides (reading Q14). */
    int metric(int subject) {
        metricBySubject = covering(metricBySubject, subject);
        if (metricBySubject[subject] == UNKNOWN) {
            metricBySubject[subject] = indexOf(terms.policies()
                    .daysAt(
                            RetentionData.METRIC,
                            subjects.text(subject),
                            terms.span().lastInstant()));
        }
        return metricBySubject[subject];
    }

    /**
     * Returns the tier of a log index at the start of the hour (reading Q13); an empty subject is the default index.
     */
    int log(int subject, int hour) {
        int position = subject * hours + hour;
        if (position < logBySubjectAndHour.length && logBySubjectAndHour[position] != UNKNOWN) {
            return logBySubjectAndHour[position];
        }
        logBySubjectAndHour = covering(logBySubjectAndHour, position);
        String index = subjects.text(subject);
        logBySubjectAndHour[position] =
                indexAt(RetentionData.LOG, index.isEmpty() ? MeteringProject.DEFAULT_INDEX : index, hour);
        return logBySubjectAndHour[position];
    }

    /** Returns the tier of events, security checks and results of self-built nodes. */
    int defaultLog(int hour) {
        return log(defaultIndex, hour);
    }

    private int[] byHour(RetentionData data) {
        int[] tiers = new int[hours];
        for (int hour = 0; hour < hours; hour++) {
            tiers[hour] = indexAt(data, "", hour);
        }
        return tiers;
    }

    private int indexAt(RetentionData data, String subject, int hour) {
        return indexOf(terms.policies().daysAt(data, subject, terms.span().startOfHour(hour)));
    }

    /**
     * Returns the position of a number of retention days in {@link #DAYS}.
     *
     * @throws IllegalArgumentException if no tier has that number of days
     */
    static int indexOf(int days) {
        int index = Arrays.binarySearch(DAYS, days);
        if (index < 0) {
            throw new IllegalArgumentException("Expected a tier out of " + Arrays.toString(DAYS) + ", found " + days);
        }
        return index;
    }

    private static int[] covering(int[] tiers, int position) {
        if (position < tiers.length) {
            return tiers;
        }
        int[] grown = Arrays.copyOf(tiers, Math.max(position + 1, tiers.length * 2));
        Arrays.fill(grown, tiers.length, grown.length, UNKNOWN);
        return grown;
    }
}
