/** Operations on folders with many files: {@link io.billingcenter.benchmarks.files.FileTrees}. */
@NullMarked
package io.billingcenter.benchmarks.files;

import org.jspecify.annotations.NullMarked;
