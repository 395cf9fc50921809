-- Everything that happened, once each: the primary key is what makes appending idempotent. Rows are never changed.
CREATE TABLE booking_event (
  event_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  property_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booking_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  deciding_region VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  booking_version BIGINT NULL,
  occurred_at DATETIME(6) NOT NULL COMMENT 'UTC',
  payload JSON NOT NULL COMMENT 'the whole event',
  recorded_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (event_id),
  KEY by_property (property_id, occurred_at),
  KEY by_booking (booking_id, booking_version)
) ENGINE = InnoDB;
