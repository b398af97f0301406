-- 兼岗: posts of windows at which nobody works, each served from one other window.
CREATE TABLE queue.window_post (
  centre_id integer NOT NULL,
  post_window_id uuid NOT NULL,
  window_id uuid NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (centre_id, post_window_id)
);
CREATE INDEX window_post_from ON queue.window_post (centre_id, window_id);
