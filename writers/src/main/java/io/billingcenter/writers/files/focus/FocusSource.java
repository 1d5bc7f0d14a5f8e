package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.ChargeVisitor;

/** A source of the charges of a month. */
@FunctionalInterface
public interface FocusSource {

    /** Gives all charges in a stable order. */
    void read(ChargeVisitor visitor);
}
