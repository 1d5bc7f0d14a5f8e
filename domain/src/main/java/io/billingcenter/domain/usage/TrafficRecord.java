package io.billingcenter.domain.usage;

/**
 * A well-formed traffic record in the form needed by the fold: texts are 128-bit fingerprints and numbers. A reader
 * fills the same instance again for every record, so that no object is created per record.
 *
 * <p>Two fingerprints are equal exactly if the texts are. A lower-case canonical UUID can be its own fingerprint as a
 * record id; every other text is hashed from its UTF-8 bytes.
 */
public final class TrafficRecord {

    /** The kind of the record. */
    public TrafficKind kind = TrafficKind.METRIC;

    /** Fingerprint of the record id, upper half. */
    public long idHigh;

    /** Fingerprint of the record id, lower half. */
    public long idLow;

    /** Fingerprint of all decoded texts except the id, upper half. */
    public long contentHigh;

    /** Fingerprint of all decoded texts except the id, lower half. */
    public long contentLow;

    /** Number of the subject in the subject table of the fold; 0 if the kind does not use it. */
    public int subject;

    /** Fingerprint of the entity, upper half; for metrics, of subject and entity together. */
    public long entityHigh;

    /** Fingerprint of the entity, lower half. */
    public long entityLow;

    /** Hour of the billing day, from 0. */
    public int hour;

    /** Number of identical items that the record represents, at least 1. */
    public long count;

    /** Size of each item in bytes; 0 if the kind does not use it. */
    public long bytes;

    /** Seconds with a meaning defined by the kind; 0 if the kind does not use them. */
    public long seconds;

    /** Line number of the start of the record, from 1. */
    public long line;

    /** Byte offset of the start of the record, from 0. */
    public long offset;

    /** Length of the record in bytes without its line ending; filled in only where the bytes may be requested. */
    public int length;
}
