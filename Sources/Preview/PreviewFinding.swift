import Diagnostics

/// What can keep a preview from being shown, and what its user should know of it.
public enum PreviewFinding: Finding, Error, Equatable {
  /// Something listens at the port already; its name and number, where the system tells.
  case portTaken(Int, by: String?, process: Int?)
  case unknownHost(String)
  case cannotListen(host: String, port: Int, reason: String)
  /// libmicrohttpd is not there.
  case noLibrary(reason: String)
  case cannotStart(reason: String)
  /// Other machines can ask.
  case openToOthers(host: String)
  /// The kernel watches no more folders.
  case watchLimit
  case cannotWatch(reason: String)
  /// An update ended in a way that no mistake of the author explains.
  case updateFailed(reason: String)
  case noBrowser(address: String)

  public var code: String {
    switch self {
    case .portTaken: "preview-port-taken"
    case .unknownHost, .cannotListen: "preview-address"
    case .noLibrary, .cannotStart: "preview-server"
    case .openToOthers: "preview-open"
    case .watchLimit, .cannotWatch: "preview-watch"
    case .updateFailed: "preview-update"
    case .noBrowser: "preview-browser"
    }
  }

  public var severity: Severity {
    switch self {
    case .openToOthers, .watchLimit, .cannotWatch, .noBrowser: .warning
    default: .error
    }
  }
}
