package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;

/** Selects the parts of a slice that have to process a record; all other parts would ignore it. */
public final class SliceRouter {

    /** No part has to process the record. */
    public static final int NONE = Slice.NONE;

    /** Every part has to process the record. */
    public static final int ALL = -2;

    private final Slice slice;
    private final int number;

    /** Creates a router for the {@link Slice#parts} of a slice. */
    public SliceRouter(Slice slice, int number) {
        this.slice = slice;
        this.number = number;
    }

    /** Returns the part that decides about the record's id, from 0, or {@link #NONE}. */
    public int ofId(TrafficRecord record) {
        return slice.partOf(record.idHigh, record.idLow, number);
    }

    /** Returns the part that counts the record's entity, from 0, or {@link #NONE} or {@link #ALL}. */
    public int ofEntity(TrafficRecord record) {
        if (record.kind.needsEntity()) {
            return slice.partOf(record.entityHigh, record.entityLow, number);
        }
        return record.kind == TrafficKind.FORWARD_STORED ? ALL : NONE;
    }
}
