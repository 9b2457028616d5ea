/**
 * How rules judge: conditions lowered to evaluators over numbered slots, features computed once.
 */
@NullMarked
package org.vigie.core.judge;

import org.jspecify.annotations.NullMarked;
