@echo off
rem Change the three folders below; see docs/nightly.md.
rem NODE: node.exe.  HUIBIAN: this program.  WORK: the folder that contains data and out.
set "NODE=C:\Program Files\nodejs\node.exe"
set "HUIBIAN=C:\huibian"
set "WORK=D:\huibian-work"
rem pushd also accepts a network share.
pushd "%WORK%" || exit /b 2
"%NODE%" "%HUIBIAN%\dist\cli\main.js" build data --out out --draft-days 30 --wait 3600 --log-file huibian.log > last-run.txt 2>&1
exit /b %ERRORLEVEL%
