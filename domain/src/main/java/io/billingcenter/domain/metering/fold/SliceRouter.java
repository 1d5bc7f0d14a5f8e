package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;

/** Tells which parts of a slice have to see a record: all others would leave it alone. */
public final class SliceRouter {

    /** No part has to see it. */
    public static final int NONE = Slice.NONE;

    /** Every part has to see it. */
    public static final int ALL = -2;

    private final Slice slice;
    private final int number;

    /** The parts that {@link Slice#parts} makes of the slice. */
    public SliceRouter(Slice slice, int number) {
        this.slice = slice;
        this.number = number;
    }

    /** The part that decides about the record's id, from 0; or {@link #NONE}. */
    public int ofId(TrafficRecord record) {
        return slice.partOf(record.idHigh, record.idLow, number);
    }

    /** The part that counts the record's entity; {@link #NONE} or {@link #ALL}. */
    public int ofEntity(TrafficRecord record) {
        if (record.kind.needsEntity()) {
            return slice.partOf(record.entityHigh, record.entityLow, number);
        }
        return record.kind == TrafficKind.FORWARD_STORED ? ALL : NONE;
    }
}
