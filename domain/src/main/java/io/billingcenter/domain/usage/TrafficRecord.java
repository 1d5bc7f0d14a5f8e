package io.billingcenter.domain.usage;

/**
 * One well-formed traffic record in the form the fold needs: texts as 128-bit fingerprints and numbers. A reader fills
 * the same object again for every record, so that no object is made for a record.
 *
 * <p>Two fingerprints are equal exactly when the texts are. A lower-case canonical UUID may stand for itself as a record
 * id; everything else is hashed from its UTF-8 bytes.
 */
public final class TrafficRecord {

    /** What the record is about. */
    public TrafficKind kind = TrafficKind.METRIC;

    /** Fingerprint of the record id, upper half. */
    public long idHigh;

    /** Fingerprint of the record id, lower half. */
    public long idLow;

    /** Fingerprint of the decoded texts but for the id, upper half. */
    public long contentHigh;

    /** Fingerprint of the decoded texts but for the id, lower half. */
    public long contentLow;

    /** Number of the subject in the subject table of the fold; 0 where the kind does not use it. */
    public int subject;

    /** Fingerprint of the entity, upper half; for metrics of subject and entity together. */
    public long entityHigh;

    /** Fingerprint of the entity, lower half. */
    public long entityLow;

    /** Hour of the billing day, from 0. */
    public int hour;

    /** How many identical items the record stands for: at least 1. */
    public long count;

    /** Size of each item in bytes; 0 where the kind does not use it. */
    public long bytes;

    /** Seconds of the kind's own meaning; 0 where it does not use them. */
    public long seconds;

    /** Line on which the record begins, from 1. */
    public long line;

    /** Byte offset at which the record begins, from 0. */
    public long offset;

    /** How many bytes it has, its line end not counted; only where its bytes may be asked for. */
    public int length;
}
