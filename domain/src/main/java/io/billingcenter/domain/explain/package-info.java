/**
 * Derivations of figures as trees of plain records, starting with {@link io.billingcenter.domain.explain.Explanation}.
 * {@link io.billingcenter.domain.explain.Comparison} lists the differences of two bills, and {@link
 * io.billingcenter.domain.explain.WhatIf} calculates the charges under another price book.
 */
@NullMarked
package io.billingcenter.domain.explain;

import org.jspecify.annotations.NullMarked;
