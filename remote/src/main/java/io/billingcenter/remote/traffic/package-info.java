/** Traffic logs in stores on other machines. */
@NullMarked
package io.billingcenter.remote.traffic;

import org.jspecify.annotations.NullMarked;
