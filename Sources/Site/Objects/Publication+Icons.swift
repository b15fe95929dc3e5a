import Templates

extension Publication {
  /// The icons that browsers and phones show beside the site's name: files at the root of the site, by their usual names.
  var icons: Value {
    .list(
      Self.iconFiles.compactMap { icon -> Value? in
        guard assembly.routes.route(at: icon.url) != nil else { return nil }
        return .record(
          ("url", .text(base.path(of: icon.url))), ("rel", .text(icon.rel)),
          ("type", .text(orNone: icon.type)),
          ("sizes", .text(orNone: icon.sizes)))
      })
  }

  /// The first that a browser understands wins only where it says its type; an `.ico` of any size comes first, so that
  /// the drawing is taken by those that can.
  private static let iconFiles: [(url: String, rel: String, type: String?, sizes: String?)] = [
    ("/favicon.ico", "icon", nil, "32x32"),
    ("/favicon.png", "icon", "image/png", nil),
    ("/favicon.svg", "icon", "image/svg+xml", nil),
    ("/apple-touch-icon.png", "apple-touch-icon", nil, nil),
    ("/site.webmanifest", "manifest", nil, nil),
    ("/manifest.webmanifest", "manifest", nil, nil),
  ]
}
