import Bytes

/// What kind of content a file holds, told by its ending, as a server says it in `Content-Type`.
public enum MediaType {
  /// The type of a file; bytes of which nobody knows the kind otherwise.
  public static func of(_ key: String) -> String {
    byName[String(key.lastPart)] ?? ending(of: key).flatMap { byEnding[$0] } ?? "application/octet-stream"
  }

  /// What stands after the last dot of a file's name, in lower case; nil without a dot.
  public static func ending(of key: String) -> String? {
    let name = key.lastPart
    return name.utf8.lastIndex(of: UInt8(ascii: ".")).map {
      name[name.utf8.index(after: $0)...].lowercased()
    }
  }

  /// Files whose name says it, without an ending or against it.
  public static let byName = [
    "_headers": "text/plain; charset=utf-8", "_redirects": "text/plain; charset=utf-8",
    "CNAME": "text/plain; charset=utf-8", ".nojekyll": "text/plain; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8", "rss.xml": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
  ]

  /// The names that say more than their ending does, in their order.
  public static let tellingNames = byName.filter { $0.key.contains(".") && !$0.key.hasPrefix(".") }
    .sorted { $0.key < $1.key }.map { (name: $0.key, type: $0.value) }

  /// The kinds by ending.
  public static let byEnding = [
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "map": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
    "yml": "application/yaml; charset=utf-8", "toml": "application/toml; charset=utf-8",
    "sh": "text/plain; charset=utf-8", "conf": "text/plain; charset=utf-8",
    "nix": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "bmp": "image/bmp", "heic": "image/heic",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip", "tgz": "application/gzip",
    "xz": "application/x-xz", "tar": "application/x-tar", "wasm": "application/wasm",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "m4a": "audio/mp4",
    "mp4": "video/mp4", "webm": "video/webm", "mov": "video/quicktime",
  ]
}
