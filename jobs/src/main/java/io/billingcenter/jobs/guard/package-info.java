/** The guards of a run, which stop it before anything is posted, and the consents that let it pass. */
@NullMarked
package io.billingcenter.jobs.guard;

import org.jspecify.annotations.NullMarked;
