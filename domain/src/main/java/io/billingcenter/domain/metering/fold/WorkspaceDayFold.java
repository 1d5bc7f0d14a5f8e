package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.TriggerCause;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the records of one workspace-day, in file order, into measures (billing rules 1.3; the design of de-duplication
 * is in {@code docs/interpretation.md}). The result is exact: ids and entities are compared as 128-bit fingerprints,
 * and sums may exceed {@code long}.
 *
 * <p>Figures that are keyed by an entity, or are a maximum, take every well-formed record into account, because a
 * duplicate or conflicting record still shows that the entity existed. Sums take only accepted records into account.
 * The fold of a slice keeps the ids and entities of that slice; the first slice also counts the records and files that
 * cannot be read. Not thread-safe.
 */
public final class WorkspaceDayFold {

    /** The outcome of a well-formed record. */
    public enum Outcome {
        /** The record counts. */
        ACCEPTED,
        /** An earlier record has the same id and content. */
        DUPLICATE,
        /** An earlier record has the same id and other content; the caller rejects this one. */
        CONFLICT,
        /** The id belongs to another slice, which decides about the record. */
        OTHER_SLICE
    }

    private record Gauge(MeteringProject project, String name, String subProject) {}

    private static final int CONTENT_HIGH = 0;
    private static final int CONTENT_LOW = 1;
    private static final int PLACE = 2;
    private static final long NEVER = -1;
    private static final int FLAT_TIER = 0;
    private static final long REPLAY_LIMIT_SECONDS = 4 * 3600;
    private static final long DATAKIT_ALIVE_SECONDS = 12 * 3600;

    private final WorkspaceDay workspaceDay;
    private final MeteringTerms terms;
    private final RejectionSink quarantine;
    private final Slice slice;
    private final SubjectTable subjects;
    private final TierLookup tiers;
    private final int securityCheckFactor;
    private final long logLimitBytes;
    private final long profileLimitBytes;

    private final @Nullable ExactSum[] sums = new ExactSum[Measure.values().length * TierLookup.DAYS.length];
    private final FoldTables tables;
    private final boolean tracksIds;
    private final FingerprintTable ids;
    private final Map<Gauge, Long> gauges = new HashMap<>();
    private long[] storedBytesByRule = {};

    @SuppressWarnings("UnusedVariable") // written only so that the loop of prefetch is not optimised away
    private long touched;

    private int[] weightByCause = {};

    private final List<FileTally> files = new ArrayList<>();
    private final PlaceIndex places = new PlaceIndex();
    private final RecordHash recordHash = new RecordHash();
    private long linesBefore;
    private FileTally file = new FileTally("");
    private RecordPlace earlier = RecordPlace.wholeFile("");

    /**
     * Creates a fold with new tables.
     *
     * @param quarantine sink for rejected records and files
     */
    public WorkspaceDayFold(WorkspaceDay workspaceDay, MeteringTerms terms, RejectionSink quarantine) {
        this(workspaceDay, terms, quarantine, new FoldTables());
    }

    /**
     * Creates a fold that takes over the given tables and clears them.
     *
     * @param quarantine sink for rejected records and files
     */
    public WorkspaceDayFold(
            WorkspaceDay workspaceDay, MeteringTerms terms, RejectionSink quarantine, FoldTables tables) {
        this(workspaceDay, terms, quarantine, tables, new SubjectTable());
    }

    /**
     * Creates a fold of a slice that runs beside the folds of other slices of the same records.
     *
     * @param subjects numbers of the subjects, shared by all these folds
     */
    public WorkspaceDayFold(
            WorkspaceDay workspaceDay,
            MeteringTerms terms,
            RejectionSink quarantine,
            FoldTables tables,
            SubjectTable subjects) {
        this.subjects = subjects;
        this.workspaceDay = workspaceDay;
        this.terms = terms;
        this.quarantine = quarantine;
        this.slice = terms.slice();
        this.tiers = new TierLookup(terms, subjects);
        this.tables = tables;
        this.tracksIds = tables.tracksIds();
        this.ids = tables.ids;
        tables.clear();
        this.securityCheckFactor = terms.securityCheckCounted() ? 1 : 0;
        this.logLimitBytes = terms.logLimitBytes();
        this.profileLimitBytes = terms.profileLimitBytes();
    }

    /** Returns the workspace-day whose records are folded. */
    public WorkspaceDay workspaceDay() {
        return workspaceDay;
    }

    /** Returns the terms under which the workspace-day is metered. */
    public MeteringTerms terms() {
        return terms;
    }

    /** Returns the subjects by the numbers used in {@link TrafficRecord#subject}. */
    public SubjectTable subjects() {
        return subjects;
    }

    /** Starts a file; the records that follow belong to it. Files must be started in file order. */
    public void startFile(String name) {
        file = new FileTally(name);
        files.add(file);
        places.startFile(name);
        linesBefore = 0;
    }

    /** Adds an offset to the line numbers of the records that follow in the current file. */
    public void setLineOffset(long lines) {
        linesBefore = lines;
    }

    /** Makes room for about the given number of additional records in one step; it is no limit. */
    public void expectRecords(long records) {
        ids.expect(ids.size() + records / slice.count());
    }

    /**
     * Returns whether ids are compared and entities counted. If not, the contents and entities of records need not be
     * filled in.
     */
    public boolean tracksIds() {
        return tracksIds;
    }

    /**
     * Announces the records that come next. This affects speed only: the slots of their ids in a large table are loaded
     * together, so that the latency of memory is paid once and not once per record.
     */
    public void prefetch(TrafficRecord[] records, int from, int to) {
        if (!ids.isLarge()) {
            return;
        }
        long found = 0;
        for (int index = from; index < to; index++) {
            found += ids.touch(records[index].idHigh, records[index].idLow);
        }
        touched = found;
    }

    /** Folds a well-formed record and returns its outcome. */
    public Outcome accept(TrafficRecord record) {
        Outcome outcome = identify(
                record.idHigh,
                record.idLow,
                record.contentHigh,
                record.contentLow,
                linesBefore + record.line,
                record.offset);
        fold(record, outcome == Outcome.ACCEPTED ? record.count : 0);
        return outcome;
    }

    /** Folds a well-formed metering row and returns its outcome. */
    public Outcome accept(MeteringRow row) {
        if (row.project().statistic() == MeteringProject.Statistic.FULL) {
            countGauge(row);
        }
        Outcome outcome =
                identify(row.idHigh(), row.idLow(), row.contentHigh(), row.contentLow(), row.line(), row.offset());
        if (outcome == Outcome.ACCEPTED && row.project().statistic() == MeteringProject.Statistic.INCREMENTAL) {
            add(row);
        }
        return outcome;
    }

    /** Returns the place of the earlier record that caused the last {@link Outcome#CONFLICT}. */
    public RecordPlace conflictingPlace() {
        return earlier;
    }

    /**
     * Rejects a record or a whole file. A conflict is counted by the slice of its id, everything else by the first
     * slice.
     */
    public void reject(Rejection rejection) {
        if (slice.isFirst() || rejection.reason() == RejectionReason.CONFLICT) {
            file.count(rejection.reason());
            quarantine.accept(rejection);
        } else if (rejection.reason().isOfFile()) {
            // Every slice records the fault, so that slices that found different states of the file can be detected.
            file.count(rejection.reason());
        }
    }

    /** Returns the number of records of the current file decided by this slice so far. */
    public long recordsOfFile() {
        return file.records();
    }

    /** Returns the current value of a measure. The contribution of a record is the change of this value. */
    public BigInteger currentSum(MeasureTier tier) {
        ExactSum sum =
                sums[tier.measure().ordinal() * TierLookup.DAYS.length + TierLookup.indexOf(tier.retentionDays())];
        return sum == null ? BigInteger.ZERO : sum.value();
    }

    /** Returns the result of all records. */
    public MeteredDay finish() {
        return new MeteredDay(
                workspaceDay,
                files.stream().map(FileTally::totals).toList(),
                measures(),
                recordHash.toString(),
                largest());
    }

    private Outcome identify(long idHigh, long idLow, long contentHigh, long contentLow, long line, long offset) {
        if (!tracksIds) {
            file.accepted++;
            return Outcome.ACCEPTED;
        }
        if (!slice.owns(idHigh, idLow)) {
            return Outcome.OTHER_SLICE;
        }
        int entry = ids.entry(idHigh, idLow);
        if (ids.inserted()) {
            ids.setValues(entry, contentHigh, contentLow, places.number(line, offset));
            recordHash.add(idHigh, idLow, contentHigh, contentLow);
            file.accepted++;
            return Outcome.ACCEPTED;
        }
        if (ids.value(entry, CONTENT_HIGH) == contentHigh && ids.value(entry, CONTENT_LOW) == contentLow) {
            file.duplicates++;
            return Outcome.DUPLICATE;
        }
        earlier = places.place(ids.value(entry, PLACE));
        return Outcome.CONFLICT;
    }

    private void countSeries(TrafficRecord record) {
        if (ownsEntity(record) && tables.series.add(record.entityHigh, record.entityLow)) {
            sum(Measure.SERIES, tiers.metric(record.subject)).add(1);
        }
    }

    private void countTrace(TrafficRecord record) {
        if (ownsEntity(record) && tables.traces(record.hour).add(record.entityHigh, record.entityLow)) {
            sum(Measure.TRACE_IDS, tiers.trace(record.hour)).add(1);
        }
    }

    private void countHost(TrafficRecord record) {
        if (ownsEntity(record) && tables.hosts.add(record.entityHigh, record.entityLow)) {
            sum(Measure.NETWORK_HOSTS, FLAT_TIER).add(1);
        }
    }

    /** The longest stay of a session decides, so a record adds only the increase of the session's weight. */
    private void countSession(TrafficRecord record) {
        if (ownsEntity(record)) {
            int entry = tables.sessions.entry(record.entityHigh, record.entityLow);
            boolean first = tables.sessions.inserted();
            long largest = tables.sessions.value(entry, 0);
            if (first || record.seconds > largest) {
                tables.sessions.setValue(entry, 0, record.seconds);
                sum(Measure.REPLAY_SESSIONS, FLAT_TIER)
                        .add(sessionParts(record.seconds) - (first ? 0 : sessionParts(largest)));
            }
        }
    }

    private static long sessionParts(long seconds) {
        return Math.max(1, seconds / REPLAY_LIMIT_SECONDS);
    }

    /** A collector counts from the first record on that shows it alive for at least half of the day. */
    private void countCollector(TrafficRecord record) {
        if (ownsEntity(record)) {
            int entry = tables.collectors.entry(record.entityHigh, record.entityLow);
            long largest = tables.collectors.value(entry, 0);
            if (record.seconds > largest) {
                tables.collectors.setValue(entry, 0, record.seconds);
                if (largest < DATAKIT_ALIVE_SECONDS && record.seconds >= DATAKIT_ALIVE_SECONDS) {
                    sum(Measure.DATAKITS, FLAT_TIER).add(1);
                }
            }
        }
    }

    private boolean ownsEntity(TrafficRecord record) {
        return tracksIds && slice.owns(record.entityHigh, record.entityLow);
    }

    private void countStored(TrafficRecord record) {
        int rule = record.subject;
        if (rule >= storedBytesByRule.length) {
            int known = storedBytesByRule.length;
            storedBytesByRule = Arrays.copyOf(storedBytesByRule, Math.max(rule + 1, known * 2));
            Arrays.fill(storedBytesByRule, known, storedBytesByRule.length, NEVER);
        }
        long largest = storedBytesByRule[rule];
        if (record.bytes > largest && slice.owns(subjects.text(rule))) {
            storedBytesByRule[rule] = record.bytes;
            sum(Measure.FORWARD_STORED_BYTES, FLAT_TIER).add(record.bytes - Math.max(0, largest));
        }
    }

    private void countGauge(MeteringRow row) {
        if (slice.owns(row.projectName() + '/' + row.subProject())) {
            Gauge gauge = new Gauge(row.project(), row.projectName(), row.subProject());
            long largest = gauges.getOrDefault(gauge, 0L);
            if (row.figure() > largest) {
                gauges.put(gauge, row.figure());
                addGauge(gauge, row.figure() - largest);
            }
        }
    }

    /**
     * Adds a record to the measures. Records that do not count get here, too, because they may show an entity or a
     * maximum; their count is 0, so they add nothing to sums.
     */
    private void fold(TrafficRecord record, long count) {
        switch (record.kind) {
            case METRIC -> countSeries(record);
            case NETWORK -> countHost(record);
            case SESSION_REPLAY -> countSession(record);
            case DATAKIT -> countCollector(record);
            case FORWARD_STORED -> countStored(record);
            case SPAN -> {
                countTrace(record);
                sum(Measure.SPANS, tiers.trace(record.hour)).add(count);
            }
            case LOG -> addLog(tiers.log(record.subject, record.hour), record, count);
            case EVENT -> addLog(tiers.defaultLog(record.hour), record, count);
            case SYNTHETIC_SELF -> addSelfSynthetic(tiers.defaultLog(record.hour), record, count);
            case SECURITY_CHECK -> addLog(tiers.defaultLog(record.hour), record, securityCheckFactor * count);
            case PROFILE ->
                sum(Measure.PROFILES, tiers.profile(record.hour))
                        .addProduct(count, terms.oversize().parts(record.bytes, profileLimitBytes));
            case RUM_VIEW -> sum(Measure.RUM_VIEWS, tiers.rum(record.hour)).add(count);
            case RUM_RESOURCE, RUM_ACTION, RUM_ERROR, RUM_LONG_TASK ->
                sum(Measure.RUM_EVENTS, tiers.rum(record.hour)).add(count);
            case SYNTHETIC -> sum(Measure.SYNTHETIC_TESTS, FLAT_TIER).add(count);
            case TRIGGER -> addTrigger(record, count);
            case SMS -> sum(Measure.SMS_SENT, FLAT_TIER).add(count);
            case FORWARD_EXTERNAL ->
                sum(Measure.FORWARD_EXTERNAL_BYTES, FLAT_TIER).addProduct(count, record.bytes);
            case SCAN -> sum(Measure.SCANNED_BYTES, FLAT_TIER).addProduct(count, record.bytes);
            case PIPELINE -> sum(Measure.PIPELINE_BYTES, FLAT_TIER).addProduct(count, record.bytes);
            case REPORT -> sum(Measure.REPORTS_SENT, FLAT_TIER).add(count);
        }
    }

    private void addLog(int tier, TrafficRecord record, long count) {
        if (terms.logsByIngest()) {
            sum(Measure.LOG_BYTES, tier).addProduct(count, record.bytes);
        } else {
            sum(Measure.LOG_ITEMS, tier).addProduct(count, terms.oversize().parts(record.bytes, logLimitBytes));
        }
    }

    private void addSelfSynthetic(int tier, TrafficRecord record, long count) {
        addLog(tier, record, count);
        if (terms.selfSyntheticApart()) {
            sum(Measure.SELF_SYNTHETIC_ITEMS, tier)
                    .addProduct(count, terms.oversize().parts(record.bytes, logLimitBytes));
        }
    }

    private void addTrigger(TrafficRecord record, long count) {
        ExactSum calls = sum(Measure.TRIGGER_CALLS, FLAT_TIER);
        calls.addProduct(count, weightOf(record.subject));
        if (count > 0) {
            calls.add(TriggerCause.surcharge(record.seconds));
        }
    }

    private int weightOf(int cause) {
        if (cause >= weightByCause.length) {
            weightByCause = Arrays.copyOf(weightByCause, Math.max(cause + 1, weightByCause.length * 2));
        }
        if (weightByCause[cause] == 0) {
            weightByCause[cause] = TriggerCause.weightOf(subjects.text(cause)).orElseThrow();
        }
        return weightByCause[cause];
    }

    private void add(MeteringRow row) {
        Measure measure = row.project().measure();
        if (measure != null && counts(row, measure)) {
            sum(measure, tierOf(row.project(), row.subProject(), row.hour())).add(row.figure());
        }
    }

    /** Logs are metered either by count or by bytes; security checks count only until their end (reading Q28). */
    private boolean counts(MeteringRow row, Measure measure) {
        return switch (measure) {
            case LOG_ITEMS ->
                !terms.logsByIngest()
                        && (terms.securityCheckCounted() || !row.projectName().equals("security"));
            case LOG_BYTES -> terms.logsByIngest();
            default -> true;
        };
    }

    private void addGauge(Gauge gauge, long more) {
        Measure measure = gauge.project().measure();
        if (measure != null) {
            sum(measure, tierOf(gauge.project(), gauge.subProject(), 0)).add(more);
        }
    }

    private int tierOf(MeteringProject project, String subProject, int hour) {
        RetentionData data = project.tieredBy();
        if (data == null) {
            return FLAT_TIER;
        }
        int subject = subjects.codeOf(project.index() == null ? subProject : project.index());
        return switch (data) {
            case METRIC -> tiers.metric(subject);
            case LOG -> tiers.log(subject, hour);
            case TRACE -> tiers.trace(hour);
            case PROFILE -> tiers.profile(hour);
            case RUM -> tiers.rum(hour);
            case FORWARD -> FLAT_TIER;
        };
    }

    private ExactSum sum(Measure measure, int tier) {
        int position = measure.ordinal() * TierLookup.DAYS.length + tier;
        ExactSum sum = sums[position];
        if (sum == null) {
            sum = new ExactSum();
            sums[position] = sum;
        }
        return sum;
    }

    private SortedMap<MeasureTier, BigInteger> measures() {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            for (int tier = 0; tier < TierLookup.DAYS.length; tier++) {
                ExactSum sum = sums[measure.ordinal() * TierLookup.DAYS.length + tier];
                if (sum != null && sum.value().signum() != 0) {
                    measures.put(new MeasureTier(measure, TierLookup.DAYS[tier]), sum.value());
                }
            }
        }
        return measures;
    }

    private SortedMap<MeasureTier, BigInteger> largest() {
        SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            for (int tier = 0; tier < TierLookup.DAYS.length; tier++) {
                ExactSum sum = sums[measure.ordinal() * TierLookup.DAYS.length + tier];
                if (sum != null && sum.largest().signum() != 0) {
                    largest.put(new MeasureTier(measure, TierLookup.DAYS[tier]), sum.largest());
                }
            }
        }
        return largest;
    }

    /** The counters of the current file. */
    private static final class FileTally {
        private final String name;
        private boolean unreadable;
        private long accepted;
        private long duplicates;
        private long conflicts;
        private long quarantined;

        FileTally(String name) {
            this.name = name;
        }

        void count(RejectionReason reason) {
            switch (reason) {
                case UNREADABLE_FILE, BAD_HEADER -> unreadable = true;
                case CONFLICT -> conflicts++;
                default -> quarantined++;
            }
        }

        long records() {
            return accepted + duplicates + conflicts + quarantined;
        }

        FileTotals totals() {
            return new FileTotals(name, unreadable, records(), accepted, duplicates, conflicts, quarantined);
        }
    }
}
