; Installer for one user, without administrator rights. Compile with packaging/build_windows.py.
; NOT YET PROVED ON WINDOWS.

Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define PRODUCT "PlanDraft"
!define WINDOW "PlanDraftApp.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define DOCUMENT_CLASS "PlanDraft.Draft"

Name "$(product_name)"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${PRODUCT}"
InstallDirRegKey HKCU "Software\${PRODUCT}" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString product_name ${LANG_SIMPCHINESE} "规划比对与起草"
LangString product_name ${LANG_ENGLISH} "PlanDraft"
LangString draft_type ${LANG_SIMPCHINESE} "规划草稿"
LangString draft_type ${LANG_ENGLISH} "Plan draft"
LangString still_running ${LANG_SIMPCHINESE} "规划比对与起草正在运行。请先关闭它，再点“重试”。"
LangString still_running ${LANG_ENGLISH} "PlanDraft is running. Close it and choose Retry."
LangString not_empty ${LANG_SIMPCHINESE} "此文件夹里有其他文件。请选择空文件夹，或以前安装本软件的文件夹。"
LangString not_empty ${LANG_ENGLISH} "This folder holds other files. Choose an empty one, or the one of an earlier version."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductName" "PlanDraft 规划比对与起草"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileDescription" "规划比对与起草 安装程序"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "LegalCopyright" "LGPL-3.0-or-later"

; A running program keeps its own file from being opened for writing.
!macro WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${WINDOW}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(still_running)" /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend

; Only what the installer put there: the folder may be one that the user shares with other files.
!macro RemoveProgramFiles
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\plandraft.exe"
  Delete "$INSTDIR\uninstall.exe"
!macroend

Section
  !insertmacro WaitUntilClosed
  ; A foreign _internal would be deleted with the program.
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${WINDOW}"
    MessageBox MB_OK|MB_ICONSTOP "$(not_empty)" /SD IDOK
    Abort
  ${EndIf}
  !insertmacro RemoveProgramFiles
  SetOutPath "$INSTDIR"
  File /r "${FILES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(product_name).lnk" "$INSTDIR\${WINDOW}"

  WriteRegStr HKCU "Software\${PRODUCT}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\${PRODUCT}" "Shortcut" "$SMPROGRAMS\$(product_name).lnk"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "PlanDraft 规划比对与起草"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KIB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  WriteRegStr HKCU "Software\Classes\.plandraft" "" "${DOCUMENT_CLASS}"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT_CLASS}" "" "$(draft_type)"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT_CLASS}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "Software\Classes\${DOCUMENT_CLASS}\shell\open\command" "" \
    '"$INSTDIR\${WINDOW}" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  !insertmacro WaitUntilClosed
  ReadRegStr $1 HKCU "Software\${PRODUCT}" "Shortcut"
  Delete "$1"
  !insertmacro RemoveProgramFiles
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Classes\${DOCUMENT_CLASS}"
  ReadRegStr $2 HKCU "Software\Classes\.plandraft" ""
  ${If} $2 == "${DOCUMENT_CLASS}"
    DeleteRegKey HKCU "Software\Classes\.plandraft"
  ${EndIf}
  DeleteRegKey HKCU "Software\${PRODUCT}"
  ${RefreshShellIcons}
SectionEnd
