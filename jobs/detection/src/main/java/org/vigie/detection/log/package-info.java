/** What the job says in its log: a small catalogue of events with stable ids. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.log;
