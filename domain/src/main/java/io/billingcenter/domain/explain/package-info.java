/**
 * How figures came about, as trees of plain records: start with {@link io.billingcenter.domain.explain.Explanation}. What
 * two bills differ in is told by {@link io.billingcenter.domain.explain.Comparison}, what another price book would have
 * cost by {@link io.billingcenter.domain.explain.WhatIf}.
 */
@NullMarked
package io.billingcenter.domain.explain;

import org.jspecify.annotations.NullMarked;
