package io.billingcenter.samples.oracle;

/**
 * A well-formed record of a traffic file, or a metering row.
 *
 * @param place file and line
 * @param hour of the billing day
 * @param kind of a record; {@code row:} and the project of a metering row
 * @param subject of a record, or the sub-project of a metering row
 * @param content by which a duplicate is told from a conflict
 * @param accepted false for duplicates and conflicts, of which entities and maxima count nevertheless
 */
record RawRecord(
        RawPlace place,
        String id,
        int hour,
        String kind,
        String subject,
        String entity,
        RawNumbers numbers,
        Object content,
        boolean accepted) {

    /** The three numbers of a record; of a metering row the first alone. */
    record RawNumbers(long count, long bytes, long seconds) {}

    /** The place of a record: line 0 is a whole file. */
    record RawPlace(String file, int line) {}

    RawRecord asRepeated() {
        return new RawRecord(place, id, hour, kind, subject, entity, numbers, content, false);
    }
}
