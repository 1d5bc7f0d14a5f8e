package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeteringProject;
import io.billingcenter.domain.usage.MeteringRow;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.TriggerCause;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private static final int CONTENT_HIGH = 0;
    private static final int CONTENT_LOW = 1;
    private static final int PLACE = 2;

    private final WorkspaceDay workspaceDay;
    private final MeteringTerms terms;
    private final RejectionSink quarantine;
    private final Slice slice;
    private final SubjectTable subjects;
    private final TierLookup tiers;
    private final int securityCheckFactor;
    private final long logLimitBytes;
    private final long profileLimitBytes;

    private final MeasureSums sums = new MeasureSums();
    private final EntityCounts entities;
    private final MeteringRowSums rows;
    private final boolean tracksIds;
    private final FingerprintTable ids;

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
        this.entities = new EntityCounts(slice, subjects, tables, tiers, sums);
        this.rows = new MeteringRowSums(terms, subjects, tiers, sums);
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
            rows.addLargest(row);
        }
        Outcome outcome =
                identify(row.idHigh(), row.idLow(), row.contentHigh(), row.contentLow(), row.line(), row.offset());
        if (outcome == Outcome.ACCEPTED && row.project().statistic() == MeteringProject.Statistic.INCREMENTAL) {
            rows.addIncrement(row);
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
            file.countRejected(rejection.reason());
            quarantine.accept(rejection);
        } else if (rejection.reason().isOfFile()) {
            // Every slice records the fault, so that slices that found different states of the file can be detected.
            file.countRejected(rejection.reason());
        }
    }

    /** Returns the number of records of the current file decided by this slice so far. */
    public long recordsOfFile() {
        return file.records();
    }

    /** Returns the current value of a measure. The contribution of a record is the change of this value. */
    public BigInteger currentSum(MeasureTier tier) {
        return sums.value(tier);
    }

    /** Returns the result of all records. */
    public MeteredDay finish() {
        return new MeteredDay(
                workspaceDay,
                files.stream().map(FileTally::totals).toList(),
                sums.values(),
                recordHash.toString(),
                sums.largest());
    }

    private Outcome identify(long idHigh, long idLow, long contentHigh, long contentLow, long line, long offset) {
        if (!tracksIds) {
            // Only benchmarks fold without ids, to measure the cost of exact de-duplication.
            file.countAccepted();
            return Outcome.ACCEPTED;
        }
        if (!slice.owns(idHigh, idLow)) {
            return Outcome.OTHER_SLICE;
        }
        int entry = ids.entry(idHigh, idLow);
        // The first record in file order counts. Records arrive in file order, so no later record can replace it.
        if (ids.inserted()) {
            ids.setValues(entry, contentHigh, contentLow, places.number(line, offset));
            recordHash.add(idHigh, idLow, contentHigh, contentLow);
            file.countAccepted();
            return Outcome.ACCEPTED;
        }
        if (ids.value(entry, CONTENT_HIGH) == contentHigh && ids.value(entry, CONTENT_LOW) == contentLow) {
            file.countDuplicate();
            return Outcome.DUPLICATE;
        }
        earlier = places.place(ids.value(entry, PLACE));
        return Outcome.CONFLICT;
    }

    /**
     * Adds a record to the measures. Records that do not count get here, too, because they may show an entity or a
     * maximum; their count is 0, so they add nothing to sums.
     */
    private void fold(TrafficRecord record, long count) {
        switch (record.kind) {
            case METRIC -> entities.countSeries(record);
            case NETWORK -> entities.countHost(record);
            case SESSION_REPLAY -> entities.countSession(record);
            case DATAKIT -> entities.countCollector(record);
            case FORWARD_STORED -> entities.countStored(record);
            case SPAN -> {
                entities.countTrace(record);
                sums.of(Measure.SPANS, tiers.trace(record.hour)).add(count);
            }
            case LOG -> addLog(tiers.log(record.subject, record.hour), record, count);
            case EVENT -> addLog(tiers.defaultLog(record.hour), record, count);
            case SYNTHETIC_SELF -> addSelfSynthetic(tiers.defaultLog(record.hour), record, count);
            case SECURITY_CHECK -> addLog(tiers.defaultLog(record.hour), record, securityCheckFactor * count);
            case PROFILE ->
                sums.of(Measure.PROFILES, tiers.profile(record.hour))
                        .addProduct(count, terms.oversize().parts(record.bytes, profileLimitBytes));
            case RUM_VIEW -> sums.of(Measure.RUM_VIEWS, tiers.rum(record.hour)).add(count);
            case RUM_RESOURCE, RUM_ACTION, RUM_ERROR, RUM_LONG_TASK ->
                sums.of(Measure.RUM_EVENTS, tiers.rum(record.hour)).add(count);
            case SYNTHETIC -> sums.of(Measure.SYNTHETIC_TESTS, TierLookup.FLAT).add(count);
            case TRIGGER -> addTrigger(record, count);
            case SMS -> sums.of(Measure.SMS_SENT, TierLookup.FLAT).add(count);
            case FORWARD_EXTERNAL ->
                sums.of(Measure.FORWARD_EXTERNAL_BYTES, TierLookup.FLAT).addProduct(count, record.bytes);
            case SCAN -> sums.of(Measure.SCANNED_BYTES, TierLookup.FLAT).addProduct(count, record.bytes);
            case PIPELINE -> sums.of(Measure.PIPELINE_BYTES, TierLookup.FLAT).addProduct(count, record.bytes);
            case REPORT -> sums.of(Measure.REPORTS_SENT, TierLookup.FLAT).add(count);
        }
    }

    private void addLog(int tier, TrafficRecord record, long count) {
        if (terms.logsByIngest()) {
            sums.of(Measure.LOG_BYTES, tier).addProduct(count, record.bytes);
        } else {
            sums.of(Measure.LOG_ITEMS, tier).addProduct(count, terms.oversize().parts(record.bytes, logLimitBytes));
        }
    }

    private void addSelfSynthetic(int tier, TrafficRecord record, long count) {
        addLog(tier, record, count);
        if (terms.selfSyntheticApart()) {
            sums.of(Measure.SELF_SYNTHETIC_ITEMS, tier)
                    .addProduct(count, terms.oversize().parts(record.bytes, logLimitBytes));
        }
    }

    private void addTrigger(TrafficRecord record, long count) {
        // The base weight counts for each execution of the record, the surcharge once per record (reading Q9).
        ExactSum calls = sums.of(Measure.TRIGGER_CALLS, TierLookup.FLAT);
        calls.addProduct(count, weightOf(record.subject));
        if (count > 0) {
            calls.add(TriggerCause.surcharge(record.seconds));
        }
    }

    private int weightOf(int cause) {
        if (cause >= weightByCause.length) {
            weightByCause = Arrays.copyOf(weightByCause, Math.max(cause + 1, weightByCause.length * 2));
        }
        // No cause weighs 0, so 0 marks a cause that has not been looked up yet.
        if (weightByCause[cause] == 0) {
            weightByCause[cause] = TriggerCause.weightOf(subjects.text(cause)).orElseThrow();
        }
        return weightByCause[cause];
    }
}
