import Diagnostics
import Disk
import Language
import Site

/// How the site is opened for a preview: its addresses lead to the preview, below the path that it will have.
struct SiteOpening: Sendable {
  let request: Preview.Request
  /// Where the preview answers.
  let origin: String

  init(_ request: Preview.Request, origin: String) {
    self.request = request
    self.origin = origin
  }

  /// Which files are the site's own.
  var names: WatchedNames {
    let content = request.source.appending(SiteListing.contentFolder)
    return WatchedNames(keepsContentAtRoot: !File.exists(content), output: "public")
  }

  /// The path below which the site lies, as `site.yaml` says now; nil while it cannot be understood.
  var basePath: String? {
    do throws(Report) { return try SiteFolder(at: request.source).configuration.baseURL.path } catch {
      return nil
    }
  }

  /// Reads the site.
  func open() throws -> LiveSite { try open(below: basePath ?? "/") }

  /// Reads the site as one that lies below a path.
  func open(below path: String) throws -> LiveSite {
    var build = SiteBuild.Request(
      source: request.source, output: request.source.appending("public"), workers: request.workers,
      now: request.now())
    build.baseURL = BaseURL(text: origin + path)
    build.drafts = request.drafts
    build.future = request.future
    build.program = request.program
    return try LiveSite(build)
  }
}
