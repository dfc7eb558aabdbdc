package pgtest

import "syscall"

// endWithParent ends the server with its test, even one that is killed.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGQUIT }
