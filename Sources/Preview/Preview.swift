import Diagnostics
import Disk
import Language
import Site
import Workers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A preview of a site: what a browser sees follows what its author writes.
///
///     let preview = try Preview(request, telling: { news in print(news) })
///     print(preview.address)
///     interruption.wait()
///     preview.stop()
public final class Preview: Sendable {
  /// What the command line says about a preview.
  public struct Request: Sendable {
    public var source: Path
    public var host = "127.0.0.1"
    /// 0 for any that is free.
    public var port = 8080
    public var drafts = false
    public var future = false
    /// Whether browsers go to the page that is being written.
    public var follows = false
    /// Of the program itself: what another one kept of a build is not believed.
    public var program: UInt64 = 0
    public var workers: Workers
    public var tongue: Tongue
    /// The present, asked for at each update.
    public var now: @Sendable () -> Instant

    public init(source: Path, workers: Workers, tongue: Tongue, now: @escaping @Sendable () -> Instant) {
      self.source = source
      self.workers = workers
      self.tongue = tongue
      self.now = now
    }
  }

  /// What a preview tells while it runs.
  public enum News: Sendable {
    /// The site was read again.
    case updated(Update)
    /// Something was found wrong while a page was shown.
    case found(Report)
    case warned(PreviewFinding)
  }

  /// Who is told the news, from any thread.
  public typealias Observer = @Sendable (News) -> Void

  /// Where the site is shown: `http://127.0.0.1:8080/`.
  public let address: String
  /// What is wrong with the site at the beginning.
  public let report: Report
  /// How many addresses the site answers.
  public let places: Int
  private let stage: Stage
  private let audience: Audience
  private let daemon: HTTPDaemon
  private let follower: Follower
  private let pulse: Pulse
  private let following: Companion
  private let pulsing: Companion

  /// An update of a large site may take longer; it changes nothing that outlives it, so nobody has to wait for it.
  private static let patience = Duration.milliseconds(100)

  /// Reads the site and begins to serve it.
  ///
  /// - Throws: the `PreviewFinding` that keeps it from being served.
  public init(_ request: Request, telling observer: @escaping Observer) throws {
    let socket: ListeningSocket
    do throws(ListeningSocket.Refusal) {
      socket = try ListeningSocket(host: request.host, port: request.port)
    } catch {
      throw error.finding(host: request.host, port: request.port)
    }
    let hosts = AllowedHosts(host: request.host)
    if hosts.isOpen { observer(.warned(.openToOthers(host: request.host))) }
    let origin = "http://\(OwnAddress.name(for: request.host)):\(socket.port)"
    let opening = SiteOpening(request, origin: origin)
    // Watched before it is read: what changes in between is read twice rather than never.
    let changes = Changes(in: request.source, names: opening.names) { observer(.warned($0)) }
    let stage = Stage(try opening.open(), source: request.source, now: request.now())
    let audience = Audience(of: stage, tongue: request.tongue)
    let front = Front(stage: stage, audience: audience, hosts: hosts, tongue: request.tongue)
    let follower = Follower(stage, audience, opening, changes, observer)
    do throws(HTTPDaemon.Refusal) {
      daemon = try HTTPDaemon(at: socket) { inquiry in
        let reply = front.answer(inquiry)
        follower.tellFound()
        return reply
      }
    } catch {
      throw error.finding
    }
    let pulse = Pulse(daemon, audience)
    following = try Companion { follower.run() }
    pulsing = try Companion { pulse.run() }
    (self.stage, self.audience, self.follower, self.pulse) = (stage, audience, follower, pulse)
    address = origin + stage.basePath
    report = stage.site.report
    places = stage.site.places.count
  }

  /// Ends all connections and threads; returns at once, with whether an update is still at work, which ends by itself.
  @discardableResult
  public func stop() -> Bool {
    follower.stop()
    pulse.stop()
    audience.end()
    daemon.stop()
    pulsing.join()
    let end = ContinuousClock.now + Self.patience
    while !follower.hasEnded, .now < end { usleep(1_000) }
    guard follower.hasEnded else { return true }
    following.join()
    return false
  }
}

extension ListeningSocket.Refusal {
  fileprivate func finding(host: String, port: Int) -> PreviewFinding {
    switch self {
    case .unknownHost: return .unknownHost(host)
    case .refused(let reason): return .cannotListen(host: host, port: port, reason: reason)
    case .taken:
      let holder = PortHolder.at(port)
      return .portTaken(port, by: holder?.name, process: holder?.process)
    }
  }
}

extension HTTPDaemon.Refusal {
  fileprivate var finding: PreviewFinding {
    switch self {
    case .noLibrary(let reason): .noLibrary(reason: reason)
    case .noStart(let reason): .cannotStart(reason: reason)
    }
  }
}
