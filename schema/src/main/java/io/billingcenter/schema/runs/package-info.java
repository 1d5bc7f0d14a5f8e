/** Tables of runs. */
@NullMarked
package io.billingcenter.schema.runs;

import org.jspecify.annotations.NullMarked;
