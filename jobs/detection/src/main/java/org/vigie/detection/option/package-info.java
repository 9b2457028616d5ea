/** What the options {@code vigie.*} have in common: catalogue, allowed values, masked secrets. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.option;
